#! expect = "denied"
exec("import socket")
