#! expect = "denied"
from socket import *
