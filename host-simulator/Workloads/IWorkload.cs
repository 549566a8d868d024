// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Workloads;

/// <summary>Work whose speed and memory are figures of the project. It does the same each time it runs.</summary>
public interface IWorkload
{
    /// <summary>What it does, for people, such as "clear 1000 bids, pay-as-ask".</summary>
    string Name { get; }

    /// <summary>What it must stay within; null when nothing is promised.</summary>
    Limit? Limit { get; }

    /// <summary>Does the work once.</summary>
    void Run();
}
