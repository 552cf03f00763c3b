# statistics.StatisticsError for empty data.
import statistics

statistics.mean([])
