/// psgen's version, as `--version` prints it and sets record it.
let version = "0.1.0"
