// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc
{
    public enum Ina219PgaSensitivity : ushort
    {
        PlusOrMinus40mv = 0,
        PlusOrMinus80mv = 2048,
        PlusOrMinus160mv = 4096,
        PlusOrMinus320mv = 6144,
    }
}
