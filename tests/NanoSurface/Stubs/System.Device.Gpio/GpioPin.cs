// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.Gpio
{
    public sealed class GpioPin : IDisposable
    {
        internal GpioPin() => throw null;

        public PinValue Read() => throw null;

        public void Write(PinValue value) => throw null;

        public void Dispose() => throw null;
    }
}
