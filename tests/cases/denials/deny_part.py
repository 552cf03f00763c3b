#! deny = ["xml.etree"]
#! expect = "denied"
import xml.etree.ElementTree as ET
