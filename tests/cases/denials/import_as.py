#! expect = "denied"
import multiprocessing as mp

mp.cpu_count()
