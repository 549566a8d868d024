// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>The process is killed here.</summary>
internal sealed class CrashException : Exception
{
}
