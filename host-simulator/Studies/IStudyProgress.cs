// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies;

/// <summary>Hears how far a study is. Steps are reported from several threads at once.</summary>
public interface IStudyProgress
{
    /// <summary>A part of the study starts; it has so many steps.</summary>
    void Start(string part, int steps);

    /// <summary>One step of the present part is done.</summary>
    void Step();
}
