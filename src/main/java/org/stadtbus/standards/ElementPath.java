package org.stadtbus.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place of the element being read, as a path of local names with positions among siblings of one name. */
final class ElementPath {

    private final List<Step> steps = new ArrayList<>();

    void enter(String name) {
        int position = steps.isEmpty() ? 1 : steps.get(steps.size() - 1).count(name);
        steps.add(new Step(name, position));
    }

    void leave() {
        steps.remove(steps.size() - 1);
    }

    void clear() {
        steps.clear();
    }

    /** Local name of the element being read. */
    String name() {
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1).name;
    }

    boolean isRoot() {
        return steps.size() <= 1;
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            path.append('/').append(step.name);
            if (step.position > 1) {
                path.append('[').append(step.position).append(']');
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static final class Step {
        private final String name;
        private final int position;
        private @Nullable Map<String, Integer> children;

        Step(String name, int position) {
            this.name = name;
            this.position = position;
        }

        int count(String child) {
            if (children == null) {
                children = new HashMap<>();
            }
            return children.merge(child, 1, Integer::sum);
        }
    }
}
