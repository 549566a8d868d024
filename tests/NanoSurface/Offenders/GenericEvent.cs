// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Tests.Offenders;

/// <summary>An event with type arguments; its accessors call generic methods too.</summary>
[Offends("GenericTypes")]
[Offends("GenericCalls")]
public class GenericEvent
{
    /// <summary>Raised never.</summary>
    public event EventHandler<EventArgs>? Raised;

    /// <summary>Whether anybody listens.</summary>
    public bool HasListeners => Raised != null;
}
