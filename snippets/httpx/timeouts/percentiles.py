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

for budget in (0.2, 0.5, 1.0, 5.0, 60.0):
    failing = sum(taken > budget for taken in seconds) / len(seconds)
    waiting = sum(min(taken, budget) for taken in seconds)
    on_hanging = sum(min(taken, budget) for taken in hanging) / waiting
    print(f"read={budget:4} fails {failing:.1%}, waits on hung calls {on_hanging:.0%}")
    #> read= 0.2 fails 8.6%, waits on hung calls 1%
    #> read= 0.5 fails 0.5%, waits on hung calls 2%
    #> read= 1.0 fails 0.5%, waits on hung calls 4%
    #> read= 5.0 fails 0.5%, waits on hung calls 18%
    #> read=60.0 fails 0.0%, waits on hung calls 63%
# --8<-- [end:program]
