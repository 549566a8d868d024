// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Policy;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"qtable": what the Q-table says, and a table from elsewhere put in its place.</summary>
    internal sealed class QTableCommand : ConsoleCommand
    {
        private const int BytesInALine = 32;
        private const int SlotsInALine = 24;

        private readonly Meter _meter;
        private byte[] _staged;

        public QTableCommand(Meter meter)
            : base(
                "qtable",
                "qtable [SLOT | get OFFSET | put OFFSET HEX | take]: the learned policy\n"
                + "SLOT: quarter-hour of the day, 0 to 95. Without arguments: now, and the better\n"
                + "action of all 96, f = friendly, s = sync.\n"
                + "put: stages bytes of an exported table; take: checks it and puts it in place.")
        {
            _meter = meter;
        }

        public override bool Changes(string[] words)
        {
            return words.Length > 1 && (words[1] == "put" || words[1] == "take");
        }

        public override bool Run(string[] words, Answer answer)
        {
            int number = MarketSlot.SlotOfDay96(_meter.Clock.UtcSeconds);
            switch (words.Length)
            {
                case 1:
                    ShowSlot(number, answer);
                    ShowAll(answer);
                    return true;
                case 2 when words[1] == "take":
                    Take(answer);
                    return true;
                case 2:
                    bool isSlot = Number.TryParse(words[1], out number) && number >= 0 && number < QTable.Slots;
                    if (isSlot)
                    {
                        ShowSlot(number, answer);
                    }

                    return isSlot;
                default:
                    return Number.TryParse(words[2], out number) && number >= 0 && number < QTable.ExportLength && Move(words, number, answer);
            }
        }

        private bool Move(string[] words, int offset, Answer answer)
        {
            if (words[1] == "get" && words.Length == 3)
            {
                Get(offset, answer);
                return true;
            }

            return words[1] == "put" && words.Length == 4 && Put(offset, words[3], answer);
        }

        private void ShowSlot(int slot, Answer answer)
        {
            QTable table = _meter.Table;
            answer.Number("slot of the day", slot).Text("best action", table.Best(slot) == PolicyAction.Sync ? "sync" : "friendly");
            ShowValue("advantage", table.Advantage(slot), answer);
            ShowValue("friendly", table.Value(slot, PolicyAction.Friendly), answer);
            ShowValue("sync", table.Value(slot, PolicyAction.Sync), answer);
        }

        private static void ShowValue(string label, int valueQ16, Answer answer)
        {
            answer.Scaled(label, " q 16", answer.IsJson ? valueQ16 : valueQ16 * 1000L / QTable.One, 3, "");
        }

        private void ShowAll(Answer answer)
        {
            char[] actions = new char[QTable.Slots];
            for (int i = 0; i < actions.Length; i++)
            {
                actions[i] = _meter.Table.Best(i) == PolicyAction.Sync ? 's' : 'f';
            }

            string all = new string(actions);
            if (answer.IsJson)
            {
                answer.Text("actions", all);
                return;
            }

            for (int i = 0; i < QTable.Slots; i += SlotsInALine)
            {
                answer.Text("from " + (i / 4).ToString() + ":00", all.Substring(i, SlotsInALine));
            }
        }

        private void Get(int offset, Answer answer)
        {
            byte[] table = new byte[QTable.ExportLength];
            int end = _meter.Table.Export(table);
            end = offset + BytesInALine < end ? offset + BytesInALine : end;
            string digits = Hexadecimal.Format(table, offset, end - offset);
            if (answer.IsJson)
            {
                answer.Number("offset", offset).Text("bytes", digits);
            }
            else
            {
                answer.Say(digits);
            }
        }

        private bool Put(int offset, string digits, Answer answer)
        {
            _staged = _staged ?? new byte[QTable.ExportLength];
            int count = Hexadecimal.Parse(digits, _staged, offset);
            if (count > 0)
            {
                answer.Number("staged", offset + count).Number("of", QTable.ExportLength);
            }

            return count > 0;
        }

        private void Take(Answer answer)
        {
            byte[] before = new byte[QTable.ExportLength];
            _meter.Table.Export(before);
            RefusalReason reason = _staged == null ? RefusalReason.Truncated : _meter.Table.Import(_staged, _staged.Length);
            _staged = null;
            if (reason != RefusalReason.Taken)
            {
                answer.Refuse("Refused, reason " + ((int)reason).ToString() + ": bytes are missing or wrong. Put all of them again.");
            }
            else if (!_meter.Policy.Commit(_meter.Clock.MonotonicMilliseconds))
            {
                _meter.Table.Import(before, before.Length);
                answer.Refuse("Flash refused it: the table before stays.");
            }
            else
            {
                _meter.Log.Add("Q-table taken, channel", (int)answer.Channel);
                answer.Say("Taken, and kept in flash.");
            }
        }
    }
}
