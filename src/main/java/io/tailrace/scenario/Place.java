package io.tailrace.scenario;

/// A node on the walk: its key path, and whether the user wrote it.
record Place(Node node, String path, boolean given) {
    /// Provenance of parameters that the scenario leaves at their preset.
    static final Input.Provenance PRESET = new Input.Provenance("preset", "", "", "assumption", "");

    static Place root(Node root, String path) {
        return new Place(root, path, true);
    }

    Place child(String key, Node value) {
        return new Place(value, pathTo(key), given);
    }

    Place item(int index, Node value) {
        return new Place(value, path + "[" + index + "]", given);
    }

    Place preset(String key, String text) {
        var value = Locations.everywhere(YamlReader.read(text, "preset"), node.location());
        return new Place(value, pathTo(key), false);
    }

    String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
