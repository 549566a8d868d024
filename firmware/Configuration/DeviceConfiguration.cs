// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>A value for each setting. A new one holds the defaults; only allowed values can be put in.</summary>
    public sealed class DeviceConfiguration
    {
        private readonly int[] _numbers = new int[SettingTable.Count];
        private readonly string[] _texts = new string[SettingTable.Count];

        /// <summary>Which settings were put in; the others have their defaults.</summary>
        internal readonly bool[] IsGiven = new bool[SettingTable.Count];

        /// <summary>All defaults.</summary>
        public DeviceConfiguration()
        {
            for (int i = 0; i < SettingTable.Count; i++)
            {
                Reset(i);
            }
        }

        /// <summary>A number or the number of a choice.</summary>
        public int Get(SettingId id)
        {
            return _numbers[(int)id];
        }

        /// <summary>A number or the number of a choice of one sensor.</summary>
        public int Get(SensorRole role, SensorSettingId id)
        {
            return _numbers[SettingTable.IndexOf(role, id)];
        }

        /// <summary>True for a choice that is "on".</summary>
        public bool IsOn(SettingId id)
        {
            return _numbers[(int)id] != 0;
        }

        /// <summary>A text.</summary>
        public string GetText(SettingId id)
        {
            return _texts[(int)id];
        }

        /// <summary>Puts a value in as it stands in the file.</summary>
        /// <returns>False, and nothing is changed, when the value is not allowed: <see cref="Setting.Expected"/> says what is.</returns>
        public bool Set(int index, string text)
        {
            Setting setting = SettingTable.At(index);
            bool isAllowed = setting.TryParse(text, out int number) && (index != (int)SettingId.Cluster || Wire.Topics.IsCluster(text));
            if (isAllowed)
            {
                _numbers[index] = number;
                _texts[index] = setting.Kind == SettingKind.Text ? text : null;
                IsGiven[index] = true;
            }

            return isAllowed;
        }

        /// <summary>Back to the default.</summary>
        public void Reset(int index)
        {
            _numbers[index] = SettingTable.DefaultAt(index);
            _texts[index] = SettingTable.At(index).DefaultText;
            IsGiven[index] = false;
        }

        /// <summary>A value as it stands in the file.</summary>
        public string Format(int index)
        {
            return _texts[index] ?? SettingTable.At(index).Format(_numbers[index]);
        }
    }
}
