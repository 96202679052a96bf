#load "build/*.cake"

RunTarget(Argument("target", "Default"));
