# --8<-- [start:program]
import random
from statistics import quantiles

random.seed(7)
healthy = [random.lognormvariate(-2.3, 0.5) for _ in range(9_950)]
hanging = [random.uniform(10, 60) for _ in range(50)]  # (1)!
seconds = healthy + hanging

cuts = quantiles(seconds, n=1000)  # (2)!
for name, index in (("p50", 499), ("p95", 949), ("p99", 989), ("p99.9", 998)):
    print(f"{name:5} {cuts[index]:5.2f}")
    #> p50    0.10
    #> p95    0.23
    #> p99    0.35
    #> p99.9 53.52

for budget in (0.2, 0.6, 1.0, 5.0, 60.0):
    failing = sum(taken > budget for taken in seconds) / len(seconds)
    waiting = sum(min(taken, budget) for taken in seconds)
    hung = sum(min(taken, budget) for taken in hanging) / waiting
    print(f"read={budget:4}: {failing:.1%} fail, {hung:.0%} of the wait is hung")
    #> read= 0.2: 8.6% fail, 1% of the wait is hung
    #> read= 0.6: 0.5% fail, 3% of the wait is hung
    #> read= 1.0: 0.5% fail, 4% of the wait is hung
    #> read= 5.0: 0.5% fail, 18% of the wait is hung
    #> read=60.0: 0.0% fail, 63% of the wait is hung
# --8<-- [end:program]
