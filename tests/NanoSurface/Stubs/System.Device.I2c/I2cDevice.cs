// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c
{
    public class I2cDevice : IDisposable
    {
        internal I2cDevice() => throw null;

        public I2cTransferResult Write(SpanByte buffer) => throw null;

        public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => throw null;

        public static I2cDevice Create(I2cConnectionSettings settings) => throw null;

        public void Dispose() => throw null;
    }
}
