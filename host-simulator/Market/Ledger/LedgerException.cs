// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>The ledger's file cannot be read or written; the message names the file and the reason.</summary>
public sealed class LedgerException(string message) : Exception(message);
