#! expect = "denied"
class Client:
    import smtplib
