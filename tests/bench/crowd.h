/* crowd.h - a simulated project under adaptive overlap: 200 workers, 70 % honest (right at 0.72 to 0.93, less on hard
 * tasks), 10 % experts, 8 % biased (they take one class for another), 6 % careless (a third always the same answer, the
 * others at random, all fast), 6 % colluding in fours (all give what their first member gives, right at 0.6). Four
 * classes; 2 % of the tasks are gold. */
#pragma once

/* So many seeds of a project of so many tasks. Prints a JSON object for each and one for all: whether the accuracy of
 * the labels is within the interval that was promised and reaches the target within it, what was saved, and which
 * careless and colluding workers the signals found, and how many others they named. Returns 0 when the target is
 * reached in 95 of 100, nine of ten careless workers are found, and at most one other is named a seed. Copying shows
 * only where two workers share ten tasks or more, as they do in large projects. */
int crowd_seeds(int seeds, int tasks, double target);
