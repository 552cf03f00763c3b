#! expect = "denied"
import _socket
