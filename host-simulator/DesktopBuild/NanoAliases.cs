// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

// Names that .NET has too, but that must mean the virtual board's in hal and firmware.
