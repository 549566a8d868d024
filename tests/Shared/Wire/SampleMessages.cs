// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Tests.Shared.Wire
{
    /// <summary>One message of every type: with typical, with the lowest and with the highest values; and empty ones to read into.</summary>
    internal static class SampleMessages
    {
        public const int Types = 10;

        private const long HighestRegister = 1_000_000_000_000_000;
        private const long HighestMoney = 1_000_000_000_000_000;

        public static Message Empty(int type)
        {
            switch (type)
            {
                case 1:
                    return new Birth();
                case 2:
                    return new StateMessage();
                case 3:
                    return new Reading();
                case 4:
                    return new PriceMessage();
                case 5:
                    return new Bid();
                case 6:
                    return new Award();
                case 7:
                    return new SlotReport();
                case 8:
                    return new Settlement();
                case 9:
                    return new Command();
                default:
                    return new Acknowledgement();
            }
        }

        public static Message Typical(int type)
        {
            Message message = Filled(type);
            message.Meter = 12;
            message.Slot = 2_000_123;
            message.Sequence = 500 + type;
            message.IsReplay = type % 2 == 0;
            return message;
        }

        public static Message Highest(int type)
        {
            Message message = FilledHighest(type);
            message.Meter = int.MaxValue;
            message.Slot = int.MaxValue;
            message.Sequence = int.MaxValue;
            message.IsReplay = true;
            message.IsUnsynchronised = true;
            return message;
        }

        /// <summary>Everything 0 or empty, except where 0 is out of range.</summary>
        public static Message Lowest(int type)
        {
            switch (type)
            {
                case 1:
                    return new Birth { SlotSeconds = 60 };
                case 3:
                    return new Reading
                    {
                        GridMilliwatts = -int.MaxValue,
                        GenerationMilliwatts = -int.MaxValue,
                        StorageMilliwatts = -int.MaxValue,
                    };
                case 4:
                    return new PriceMessage { RetailMicrosPerKilowattHour = -1_000_000_000, FeedInMicrosPerKilowattHour = -1_000_000_000 };
                case 5:
                    return new Bid { Side = TradeSide.Sell, EnergyMilliwattHours = 1 };
                case 6:
                    return new Award { Side = TradeSide.Sell };
                case 8:
                    return new Settlement { AmountMicros = -HighestMoney, BalanceMicros = -HighestMoney };
                default:
                    return Empty(type);
            }
        }

        private static Message Filled(int type)
        {
            switch (type)
            {
                case 1:
                    return new Birth
                    {
                        BootCount = 7,
                        RestartReason = 2,
                        SlotSeconds = 900,
                        StorageCapacityMilliwattHours = 10_000_000,
                        SellAbovePermille = 800,
                        BuyBelowPermille = 300,
                        FirmwareVersion = "0.1.0",
                    };
                case 2:
                    return new StateMessage
                    {
                        BootCount = 7,
                        IsOnline = true,
                        StorageState = 1,
                        StateOfChargePermille = 655,
                        Faults = 17,
                        UptimeSeconds = 86_400,
                        OutboxDepth = 3,
                        DroppedCount = 1,
                    };
                case 3:
                    return Registers(new Reading
                    {
                        UtcSeconds = 1_800_110_000,
                        GridMilliwatts = -1_250_000,
                        GenerationMilliwatts = 2_400_000,
                        StorageMilliwatts = 300_000,
                        StateOfChargePermille = 655,
                        Faults = 2,
                    });
                case 4:
                    return new PriceMessage { RetailMicrosPerKilowattHour = 250_000, FeedInMicrosPerKilowattHour = 80_000, GateSeconds = 120 };
                case 5:
                    return new Bid { Side = TradeSide.Sell, EnergyMilliwattHours = 500_000, PriceMicrosPerKilowattHour = 175_000 };
                case 6:
                    return new Award { Side = TradeSide.Buy, EnergyMilliwattHours = 250_000, AmountMicros = 43_750, CutsInterruptibleLoad = true };
                case 7:
                    return Registers(new SlotReport { StateOfChargePermille = 640, Faults = 0 });
                case 8:
                    return new Settlement { DeliveredMilliwattHours = 240_000, ShortfallMilliwattHours = 10_000, AmountMicros = -2_500, BalanceMicros = 1_234_567 };
                case 9:
                    return new Command { Line = "status" };
                default:
                    return new Acknowledgement { AnsweredType = MessageType.Command, AnsweredSequence = 99, Reason = 0, Text = "state \"SELL\"\nslot \\ 5" };
            }
        }

        private static Message FilledHighest(int type)
        {
            switch (type)
            {
                case 1:
                    return new Birth
                    {
                        BootCount = int.MaxValue,
                        RestartReason = 255,
                        SlotSeconds = 3600,
                        StorageCapacityMilliwattHours = HighestRegister,
                        SellAbovePermille = 1000,
                        BuyBelowPermille = 1000,
                        FirmwareVersion = "\\234567890123456",
                    };
                case 2:
                    return new StateMessage
                    {
                        BootCount = int.MaxValue,
                        IsOnline = false,
                        IsAlone = false,
                        StorageState = 2,
                        StateOfChargePermille = 1000,
                        Faults = int.MaxValue,
                        UptimeSeconds = int.MaxValue,
                        OutboxDepth = int.MaxValue,
                        DroppedCount = int.MaxValue,
                    };
                case 3:
                    return RegistersFull(new Reading
                    {
                        UtcSeconds = 253_402_300_799,
                        GridMilliwatts = int.MaxValue,
                        GenerationMilliwatts = int.MaxValue,
                        StorageMilliwatts = int.MaxValue,
                        StateOfChargePermille = 1000,
                        Faults = int.MaxValue,
                    });
                case 4:
                    return new PriceMessage { RetailMicrosPerKilowattHour = 1_000_000_000, FeedInMicrosPerKilowattHour = 1_000_000_000, GateSeconds = 3600 };
                case 5:
                    return new Bid { Side = TradeSide.Buy, EnergyMilliwattHours = int.MaxValue, PriceMicrosPerKilowattHour = 2_000_000_000 };
                case 6:
                    return new Award { Side = TradeSide.Buy, EnergyMilliwattHours = int.MaxValue, AmountMicros = HighestMoney, CutsInterruptibleLoad = true };
                case 7:
                    return RegistersFull(new SlotReport { StateOfChargePermille = 1000, Faults = int.MaxValue });
                case 8:
                    return new Settlement
                    {
                        DeliveredMilliwattHours = int.MaxValue,
                        ShortfallMilliwattHours = int.MaxValue,
                        AmountMicros = HighestMoney,
                        BalanceMicros = HighestMoney,
                    };
                case 9:
                    return new Command { Line = new string('"', 80) };
                default:
                    return new Acknowledgement
                    {
                        AnsweredType = MessageType.Acknowledgement,
                        AnsweredSequence = int.MaxValue,
                        Reason = 255,
                        Text = new string('\n', 200),
                    };
            }
        }

        private static Message Registers(RegisterMessage message)
        {
            message.ImportMilliwattHours = 123_456_789_012;
            message.ExportMilliwattHours = 23_456_789_012;
            message.GenerationMilliwattHours = 3_456_789_012;
            message.ChargeMilliwattHours = 456_789_012;
            message.DischargeMilliwattHours = 400_000_000;
            return message;
        }

        private static Message RegistersFull(RegisterMessage message)
        {
            message.ImportMilliwattHours = HighestRegister;
            message.ExportMilliwattHours = HighestRegister;
            message.GenerationMilliwattHours = HighestRegister;
            message.ChargeMilliwattHours = HighestRegister;
            message.DischargeMilliwattHours = HighestRegister;
            return message;
        }
    }
}
