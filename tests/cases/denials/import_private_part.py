# taipan: expect = "denied"
import _socket
