# Network planning with ipaddress: subnets, membership, splitting and summarising.
import ipaddress
from math import ceil, log2

NETWORK = ipaddress.ip_network("10.20.0.0/22")
NEEDS = {"offices": 200, "printers": 25, "cameras": 60, "guests": 400, "link": 2}


def plan(network, needs):
    free = [network]
    for name, hosts in sorted(needs.items(), key=lambda item: -item[1]):
        prefix = 32 - ceil(log2(hosts + 2))
        free.sort(key=lambda n: (-n.prefixlen, n))
        for block in free:
            if block.prefixlen <= prefix:
                free.remove(block)
                chosen = next(block.subnets(new_prefix=prefix))
                if chosen != block:
                    free += block.address_exclude(chosen)
                yield name, chosen
                break
        else:
            raise ValueError(f"no room for {name}")


print(f"{NETWORK}: {NETWORK.num_addresses} addresses, mask {NETWORK.netmask}, broadcast {NETWORK.broadcast_address}")
layout = dict(plan(NETWORK, NEEDS))
for name, subnet in layout.items():
    first, last = subnet[1], subnet[-2]
    print(f"{name:<9}{NEEDS[name]:>4} hosts  {subnet!s:<15} {first} - {last}")
try:
    list(plan(NETWORK, {"huge": 5000}))
except ValueError as exc:
    print("ValueError:", exc)

for text in ("10.20.1.77", "10.20.3.254", "192.168.0.1"):
    address = ipaddress.ip_address(text)
    home = next((name for name, subnet in layout.items() if address in subnet), "nowhere")
    print(f"{text:<12} {home:<9} {int(address):>10} {'private' if address.is_private else 'public'}")

print([str(n) for n in ipaddress.ip_network("192.0.2.0/24").subnets(prefixlen_diff=2)])
pieces = [ipaddress.ip_network(f"172.16.{i}.0/24") for i in range(6)]
print([str(n) for n in ipaddress.collapse_addresses(pieces)])
span = ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.5"), ipaddress.ip_address("10.0.0.20"))
print([str(n) for n in span])

six = ipaddress.ip_address("2001:db8::8a2e:370:7334")
print(six.exploded, six.version, ipaddress.ip_address("::1").is_loopback)
print(ipaddress.ip_address("::ffff:1.2.3.4").ipv4_mapped, ipaddress.ip_address("10.0.0.255") + 1)
print(ipaddress.ip_interface("192.168.5.33/26").network, ipaddress.ip_network("192.168.5.33/26", strict=False))
for bad in ("300.1.1.1", "10.0.0.1/8", "1.2.3"):
    try:
        ipaddress.ip_network(bad)
    except ValueError as exc:
        print("ValueError:", exc)
print(*sorted(map(ipaddress.ip_address, ["10.0.0.10", "10.0.0.9", "9.255.0.1"])))
{name: str(subnet) for name, subnet in layout.items()}
