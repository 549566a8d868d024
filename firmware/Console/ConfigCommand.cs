// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"config": the settings and what was wrong in the file.</summary>
    internal sealed class ConfigCommand : ConsoleCommand
    {
        private const int ValueColumn = 34;
        private const int PageLength = 20;

        private readonly Meter _meter;

        public ConfigCommand(Meter meter)
            : base("config", "config [get KEY | list [PAGE]]: complaints, a value, all values")
        {
            _meter = meter;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            if (words.Length == 1)
            {
                ComplaintsTo(output);
                return true;
            }

            if (words[1] == "get" && words.Length == 3)
            {
                return ValueTo(words[2], output);
            }

            int page = 1;
            bool isList = words[1] == "list" && (words.Length == 2 || (words.Length == 3 && Number.TryParse(words[2], out page)));
            if (isList)
            {
                PageTo(page, output);
            }

            return isList;
        }

        private void ComplaintsTo(TextBuffer output)
        {
            ComplaintList complaints = _meter.Complaints;
            output.Add(complaints.TotalCount).Add(" complaints").Line();
            for (int i = 0; i < complaints.Count; i++)
            {
                output.Add(complaints[i].Place).Line().Add("  ").Add(complaints[i].Expected).Line();
            }
        }

        private bool ValueTo(string key, TextBuffer output)
        {
            int index = SettingTable.Find(key);
            if (index < 0)
            {
                output.Add("Unknown key.").Line();
                return true;
            }

            EntryTo(index, output);
            output.Label("allowed").Add(SettingTable.At(index).Expected).Line();
            return true;
        }

        private void PageTo(int page, TextBuffer output)
        {
            int first = page < 1 ? 0 : (page - 1) * PageLength;
            for (int i = first; i < first + PageLength && i < SettingTable.Count; i++)
            {
                EntryTo(i, output);
            }

            output.Add("page ").Add((first / PageLength) + 1).Add(" of ").Add((SettingTable.Count + PageLength - 1) / PageLength).Line();
        }

        private void EntryTo(int index, TextBuffer output)
        {
            string value = index == (int)SettingId.BrokerPassword ? "(not shown)" : _meter.Configuration.Format(index);
            output.Add(SettingTable.NameAt(index)).Column(ValueColumn).Add("= ").Add(value).Line();
        }
    }
}
