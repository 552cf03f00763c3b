#! expect = "denied"
from urllib import request
