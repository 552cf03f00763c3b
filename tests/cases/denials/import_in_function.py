#! expect = "denied"
# The traceback leads to the import.
def fetch(address):
    import requests

    return requests.get(address).text


def main():
    return fetch("https://example.com/")


main()
