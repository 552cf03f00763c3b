#! expect = "denied"
import matplotlib.pyplot as plt
