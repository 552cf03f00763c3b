# taipan: expect = "denied"
from socket import *
