// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c
{
    public struct I2cTransferResult
    {
        public I2cTransferStatus Status => throw null;
    }
}
