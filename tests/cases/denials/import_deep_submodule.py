#! expect = "denied"
from multiprocessing.pool import ThreadPool
