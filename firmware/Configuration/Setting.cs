// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>What is known about a setting: its name, the values it may have and the one it has by default.</summary>
    public sealed class Setting
    {
        private const char Separator = '|';

        /// <summary>A number from <paramref name="lowest"/> to <paramref name="highest"/>.</summary>
        public Setting(string name, int lowest, int highest, int byDefault)
        {
            Name = name;
            Lowest = lowest;
            Highest = highest;
            Default = byDefault;
        }

        /// <summary>One of the words in <paramref name="choices"/>, separated by '|'; the first stands for <paramref name="lowest"/>.</summary>
        public Setting(string name, string choices, int lowest, int byDefault)
        {
            Kind = SettingKind.Choice;
            Name = name;
            Choices = choices;
            Lowest = lowest;
            Default = byDefault;
        }

        /// <summary>A text of at most <paramref name="longest"/> printable ASCII characters.</summary>
        public Setting(string name, int longest, string byDefault)
        {
            Kind = SettingKind.Text;
            Name = name;
            Highest = longest;
            DefaultText = byDefault;
        }

        /// <summary>What a value looks like.</summary>
        public readonly SettingKind Kind;

        /// <summary>Key in the file; for a sensor's setting without the role before it.</summary>
        public readonly string Name;

        /// <summary>Lowest number, number of the first choice, or 0.</summary>
        public readonly int Lowest;

        /// <summary>Highest number, or longest text.</summary>
        public readonly int Highest;

        /// <summary>Number, or number of the choice, by default.</summary>
        public readonly int Default;

        /// <summary>Text by default.</summary>
        public readonly string DefaultText;

        /// <summary>The words of a choice, separated by '|'.</summary>
        public readonly string Choices;

        /// <summary>What may stand behind the '=', in words.</summary>
        public string Expected
        {
            get
            {
                switch (Kind)
                {
                    case SettingKind.Number:
                        return Lowest.ToString() + " to " + Highest.ToString();
                    case SettingKind.Choice:
                        return Choices;
                    default:
                        return "at most " + Highest.ToString() + " characters";
                }
            }
        }

        /// <summary>Reads a number or a choice; of a text it looks at the length.</summary>
        /// <returns>False when the text is none of the allowed values.</returns>
        public bool TryParse(string text, out int number)
        {
            if (Kind == SettingKind.Number)
            {
                return Number.TryParse(text, out number) && number >= Lowest && number <= Highest;
            }

            number = Kind == SettingKind.Choice ? ChoiceOf(text) : 0;
            return number >= Lowest && (Kind == SettingKind.Choice || text.Length <= Highest);
        }

        /// <summary>The text of a number or a choice.</summary>
        public string Format(int number)
        {
            return Kind == SettingKind.Choice ? Choices.Split(Separator)[number - Lowest] : number.ToString();
        }

        private int ChoiceOf(string text)
        {
            string[] words = Choices.Split(Separator);
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i] == text)
                {
                    return Lowest + i;
                }
            }

            return Lowest - 1;
        }
    }
}
