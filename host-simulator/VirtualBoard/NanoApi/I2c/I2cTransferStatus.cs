// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c;

/// <summary>How a transfer ended.</summary>
public enum I2cTransferStatus
{
    /// <summary>For a reason unknown.</summary>
    UnknownError = 0,

    /// <summary>Complete.</summary>
    FullTransfer = 1,

    /// <summary>The bus did not move in time.</summary>
    ClockStretchTimeout = 2,

    /// <summary>Cut short.</summary>
    PartialTransfer = 3,

    /// <summary>No chip at that address.</summary>
    SlaveAddressNotAcknowledged = 4,
}
