// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Tells how full the storage is.</summary>
    public interface IStorageGauge
    {
        /// <summary>Takes one measurement; allocates nothing. The state of charge is kept when the result is not <see cref="SensorStatus.Ok"/>.</summary>
        SensorStatus Sample();

        /// <summary>State of charge in per mille of the usable capacity, 0 to 1000.</summary>
        int StateOfChargePermille { get; }
    }
}
