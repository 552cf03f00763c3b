# taipan: expect = "denied"
exec("import socket")
