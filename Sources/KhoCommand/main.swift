import Kho
print("kho")
