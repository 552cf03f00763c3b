# taipan: deny = ["xml.etree"]
# taipan: expect = "denied"
import xml.etree.ElementTree as ET
