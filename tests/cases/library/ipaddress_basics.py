# Addresses, networks and interfaces.
import ipaddress as ip

a = ip.ip_address("192.168.1.10")
print(a, repr(a), int(a), a.packed, a + 5, a - 10, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.version, a.reverse_pointer)
n = ip.ip_network("192.168.1.0/24")
print(n, n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, n.prefixlen, a in n, n.network_address, n.with_netmask)
print(list(ip.ip_network("10.0.0.0/30").hosts()), list(ip.ip_network("10.0.0.0/31")), list(ip.ip_network("10.0.0.0/31").hosts()))
print(list(n.subnets(prefixlen_diff=2)), list(n.subnets(new_prefix=25))[1], n.supernet(), n.supernet(new_prefix=16), n[5], n[-1])
print(n.overlaps(ip.ip_network("192.168.0.0/16")), n.subnet_of(ip.ip_network("192.168.0.0/16")), ip.ip_network("10.0.0.0/8") < n)
print(list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), ip.ip_network("10.1.0.0/16")])))
print(list(ip.summarize_address_range(ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.6"))), list(ip.ip_network("10.0.0.0/29").address_exclude(ip.ip_network("10.0.0.0/30"))))
i = ip.ip_interface("10.1.2.3/255.255.255.0")
print(i, i.ip, i.network, i.with_prefixlen, ip.ip_network("10.1.2.3/24", strict=False))
six = ip.ip_address("2001:db8::ff00:42:8329")
print(six, six.exploded, six.compressed, six.is_link_local, ip.ip_address("::1").is_loopback, ip.ip_address("::ffff:1.2.3.4").ipv4_mapped, ip.ip_network("2001:db8::/126").num_addresses)
print(ip.ip_address(3232235777), ip.ip_address(b"\x7f\0\0\1"), ip.IPv6Address(1), ip.IPv4Address("1.2.3.4") < ip.IPv4Address("1.2.3.10"), f"{ip.ip_address('1.2.3.4'):b}")
print(sorted([ip.ip_address(t) for t in ("10.0.0.10", "10.0.0.9", "9.255.0.1")]), {ip.ip_address("1.1.1.1"): 1}[ip.IPv4Address("1.1.1.1")])
for call in ("ip.ip_address('256.1.1.1')", "ip.ip_address('1.2.3')", "ip.ip_address('01.2.3.4')", "ip.ip_network('10.0.0.1/8')", "ip.ip_network('10.0.0.0/33')", "ip.ip_address('::g')", "ip.ip_address('x')", "a < six"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
ip.ip_network("172.16.0.0/12")
