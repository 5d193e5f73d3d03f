model "M"
external a "A"
external b "B"
process p "P"
store s "S"
flow f1: a -> b "Sends" // finds
flow f2: b <-> a "Talks" // finds
flow f3: b -> a "Answers" // finds
flow f4: a -> a "To itself" // not: that is a self-flow
flow f5: a -> p "Sends" // not: a process takes part
flow f6: s -> b "Reads" // not: a store is no external entity
