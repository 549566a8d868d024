// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#pragma warning disable IDE0005 // Not every alias is used in every state of the firmware.

// Names that .NET has too, but that must mean the virtual board's in hal and firmware.
global using CancellationToken = Prosumeter.Simulator.Boards.NanoApi.CancellationToken;
global using CancellationTokenSource = Prosumeter.Simulator.Boards.NanoApi.CancellationTokenSource;
global using DateTime = Prosumeter.Simulator.Boards.NanoApi.DateTime;
global using Directory = Prosumeter.Simulator.Boards.NanoApi.Directory;
global using Environment = Prosumeter.Simulator.Boards.NanoApi.Environment;
global using File = Prosumeter.Simulator.Boards.NanoApi.File;
global using FileStream = Prosumeter.Simulator.Boards.NanoApi.FileStream;
global using IPGlobalProperties = Prosumeter.Simulator.Boards.NanoApi.IPGlobalProperties;
global using Thread = Prosumeter.Simulator.Boards.NanoApi.Thread;
