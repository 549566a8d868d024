// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

// Names that .NET has too, but that must mean the virtual board's in hal and firmware.
global using DateTime = Prosumeter.Simulator.Boards.NanoApi.DateTime;
global using Directory = Prosumeter.Simulator.Boards.NanoApi.Directory;
global using Environment = Prosumeter.Simulator.Boards.NanoApi.Environment;
global using File = Prosumeter.Simulator.Boards.NanoApi.File;
global using FileStream = Prosumeter.Simulator.Boards.NanoApi.FileStream;
global using Thread = Prosumeter.Simulator.Boards.NanoApi.Thread;
