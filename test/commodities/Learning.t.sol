// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, LotState} from "../../contracts/commodities/ICommodities.sol";
import {Known} from "../../contracts/commodities/Knowledge.sol";
import {Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice What was publicly known of a parameter before a lot: the last final consensus of its commodity from a lot that
/// closed in an earlier epoch, else the open claim (140), else the middle of the legal range (0).
contract LearningTest is CommoditiesTest {
    /// @dev Many lots are open at once here.
    function setUp() public override {
        super.setUp();
        vm.prank(producer);
        commodities.topUpBond(commodityId, 100 * BOND);
    }

    bytes12 private constant OPEN = "MOISTURE";
    bytes12 private constant SEALED = "AROMA";

    /* NOTHING KNOWN */

    function test_base_isTheOpenClaimElseTheMiddle() public {
        _proves(anyLot(START), two(100, 500), two(140, 0));
    }

    /// @dev The opened seal is no public knowledge of the time when reports were made.
    function test_base_isNeverTheOpenedSeal() public {
        uint32 lotId = offerLot(commodityId, "L", START, 1);
        toEpoch(START + 4);
        commodities.unseal(lotId, sealedValues(), SEAL_SALT);
        _proves(lotId, two(100, 500), two(140, 0));
    }

    function testFuzz_base_middleRoundsTowardsZero(int32 min, int32 max) public {
        vm.assume(min != max);
        if (min > max) (min, max) = (max, min);
        Parameter[] memory parameters = twoParameters();
        (parameters[1].legalMin, parameters[1].legalMax) = (min, max);
        revise(parameters);
        int256 sum = int256(min) + max;
        int256 middle = sum < 0 ? -int256(uint256(-sum) / 2) : int256(uint256(sum) / 2);
        vm.assertEq(prove(_lotOf(2, START), two(0, 0)).base.get(1), middle);
    }

    function test_base_teachesNoOtherCommodity() public {
        uint32 other = listCommodity(modelId);
        prove(anyLot(START), two(100, 500));
        _proves(anyLotOf(other, START + 1), two(0, 0), two(140, 0));
        _assertKnown(other, OPEN, 0, 0, START + 5, 0, 1);
    }

    /* EARLIER EPOCHS */

    function test_base_isTheConsensusOfTheEpochBefore() public {
        uint32 first = anyLot(START);
        uint32 second = anyLot(START + 1);
        prove(first, two(100, 500));
        _assertKnown(commodityId, OPEN, 100, 0, START + 4, 0, first);
        _assertKnown(commodityId, SEALED, 500, 0, START + 4, 0, first);
        _proves(second, two(90, -500), two(100, 500));
        _assertKnown(commodityId, OPEN, 90, 100, START + 5, START + 4, second);
        _assertKnown(commodityId, SEALED, -500, 500, START + 5, START + 4, second);
        _proves(anyLot(START + 2), two(80, 0), two(90, -500));
    }

    function test_base_isKeptOverEpochsWithoutConsensus() public {
        prove(anyLot(START), two(100, 500));
        conclude(anyLot(START + 1), LotState.Unproven);
        conclude(anyLot(START + 2), LotState.Suspended);
        vm.prank(producer);
        commodities.topUpBond(commodityId, CHARGE);
        _proves(anyLot(START + 3), two(0, 0), two(100, 500));
    }

    function test_base_isLearnedFromFlaggedLotsToo() public {
        prove(anyLot(START), two(5_000, -5_000));
        _proves(anyLot(START + 1), two(0, 0), two(5_000, -5_000));
    }

    function test_base_zeroIsKnowledge() public {
        prove(anyLot(START), two(0, 0));
        vm.assertEq(prove(anyLot(START + 1), two(1, 1)).base.get(0), int256(0));
    }

    function testFuzz_base_holdsEveryInt32(int32 moisture, int32 aroma) public {
        prove(anyLot(START), two(moisture, aroma));
        _proves(anyLot(START + 1), two(aroma, moisture), two(moisture, aroma));
        _proves(anyLot(START + 2), two(0, 0), two(aroma, moisture));
    }

    /* THE SAME EPOCH */

    function test_base_lotsOfTheSameEpochTeachEachOtherNothing() public {
        uint32 first = anyLot(START);
        uint32 second = anyLot(START);
        _proves(first, two(100, 500), two(140, 0));
        _proves(second, two(90, 400), two(140, 0));
        _proves(anyLot(START + 1), two(0, 0), two(90, 400));
    }

    /// @dev The lot with the highest id speaks for its epoch, whoever is concluded last.
    function testFuzz_base_orderInsideAnEpochDoesNotMatter(uint256 seed) public {
        prove(anyLot(START), two(100, 500));
        uint32[5] memory lots;
        for (uint256 i; i < 5; ++i) lots[i] = anyLot(START + 1);
        for (uint256 left = 5; left > 0; --left) {
            uint256 pick = uint256(keccak256(abi.encode(seed, left))) % left;
            int32 value = int32(lots[pick]) * 10;
            _proves(lots[pick], two(value, -value), two(100, 500));
            lots[pick] = lots[left - 1];
        }
        _assertKnown(commodityId, OPEN, 50, 100, START + 5, START + 4, 5);
        _proves(anyLot(START + 2), two(0, 0), two(50, -50));
    }

    /// @dev Two sales of different lengths that close together are of the same epoch.
    function test_base_countsClosingEpochsNotStarts() public {
        uint32 long = offerLot(commodityId, "LONG", START, 3);
        uint32 short = offerLot(commodityId, "SHORT", START + 2, 1);
        _proves(short, two(100, 500), two(140, 0));
        _proves(long, two(90, 400), two(140, 0));
        _assertKnown(commodityId, OPEN, 100, 0, START + 6, 0, short);
    }

    /* CONCLUDED LATE */

    /// @dev Who is late learns of what closed before it, and takes nothing back.
    function test_base_lateLotComparesWithTheEpochBeforeIt() public {
        uint32 late = anyLot(START + 1);
        prove(anyLot(START), two(100, 500));
        prove(anyLot(START + 2), two(90, 400));
        _proves(late, two(1, 1), two(100, 500));
        _assertKnown(commodityId, OPEN, 90, 100, START + 6, START + 4, 2);
    }

    function test_base_lateLotNeverLearnsFromLaterEpochs() public {
        uint32 late = anyLot(START);
        prove(anyLot(START + 1), two(100, 500));
        prove(anyLot(START + 2), two(90, 400));
        _proves(late, two(1, 1), two(140, 0));
        _proves(anyLot(START + 3), two(1, 1), two(90, 400));
    }

    function test_base_lateLotOfTheSameEpochAsThePreviousOneLearnsNothingFromIt() public {
        uint32 late = anyLot(START);
        prove(anyLot(START), two(100, 500));
        prove(anyLot(START + 1), two(90, 400));
        _proves(late, two(1, 1), two(140, 0));
        _assertKnown(commodityId, OPEN, 90, 100, START + 5, START + 4, 2);
    }

    /* REVISIONS */

    function test_base_followsTheCodeNotThePosition() public {
        prove(anyLot(START), two(100, 500));
        Parameter[] memory parameters = twoParameters();
        (parameters[0], parameters[1]) = (parameters[1], parameters[0]);
        revise(parameters);
        _proves(_lotOf(2, START + 1), two(7, 8), two(500, 100));
        _assertKnown(commodityId, OPEN, 8, 100, START + 5, START + 4, 1);
        _assertKnown(commodityId, SEALED, 7, 500, START + 5, START + 4, 1);
    }

    function test_base_ofANewCodeIsUnknown() public {
        prove(anyLot(START), two(100, 500));
        Parameter[] memory parameters = twoParameters();
        (parameters[0].code, parameters[1].code) = ("MOISTURE2", "AROM");
        revise(parameters);
        _proves(_lotOf(2, START + 1), two(7, 8), two(140, 0));
        _assertKnown(commodityId, OPEN, 100, 0, START + 4, 0, 0);
    }

    function test_base_ofACodeWithoutSuccessorIsKept() public {
        prove(anyLot(START), two(100, 500));
        Parameter[] memory parameters = twoParameters();
        parameters[0].code = "OTHER";
        revise(parameters);
        prove(_lotOf(2, START + 1), two(7, 8));
        revise(twoParameters());
        _proves(_lotOf(3, START + 2), two(0, 0), two(100, 8));
    }

    /// @dev 100 tenths are not 100 hundredths.
    function test_base_ofOtherDecimalsIsUnknown() public {
        prove(anyLot(START), two(100, 500));
        Parameter[] memory parameters = twoParameters();
        parameters[0].decimals = 2;
        revise(parameters);
        _proves(_lotOf(2, START + 1), two(120, 400), two(140, 500));
        _proves(_lotOf(2, START + 2), two(0, 0), two(120, 400));
        revise(twoParameters());
        _proves(_lotOf(3, START + 3), two(0, 0), two(140, 0));
    }

    /// @dev Lots of two revisions close together: each compares with the epoch before by its own decimals.
    function test_base_ofTwoRevisionsInOneEpoch() public {
        uint32 first = anyLot(START);
        uint32 coarse = anyLot(START + 1);
        Parameter[] memory parameters = twoParameters();
        parameters[0].decimals = 2;
        revise(parameters);
        uint32 fine = _lotOf(2, START + 1);
        prove(first, two(100, 500));
        _proves(fine, two(120, 400), two(140, 500));
        _proves(coarse, two(110, 300), two(100, 500));
        _proves(_lotOf(2, START + 2), two(0, 0), two(120, 400));
    }

    /// @dev A parameter that was sealed and is open now, and the other way round, keeps what is known of it.
    function test_base_ofAParameterThatChangesItsSeal() public {
        prove(anyLot(START), two(100, 500));
        Parameter[] memory parameters = twoParameters();
        (parameters[0].isSealed, parameters[1].isSealed) = (true, false);
        revise(parameters);
        _proves(_lotOf(2, START + 1), two(0, 0), two(100, 500));
    }

    function test_base_withoutKnowledgeFollowsTheSealOfTheRevision() public {
        Parameter[] memory parameters = twoParameters();
        (parameters[0].isSealed, parameters[1].isSealed) = (true, false);
        revise(parameters);
        _proves(_lotOf(2, START), two(0, 0), two(100, 140));
    }

    /* ANY HISTORY */

    struct Past {
        uint32 closing;
        uint32 lotId;
        uint8 decimals;
        int32 value;
    }

    /// @dev Ten lots of two revisions that differ in the decimals of one parameter, concluded epoch by epoch and in any order
    /// inside an epoch, against the rule spelled out over the whole history.
    function testFuzz_base_followsTheWholeHistory(uint256 seed) public {
        uint32[10] memory lots;
        Past[10] memory past;
        for (uint256 i; i < 10; ++i) {
            if (i == 5) {
                Parameter[] memory parameters = twoParameters();
                parameters[0].decimals = 2;
                revise(parameters);
            }
            lots[i] = _lotOf(i < 5 ? 1 : 2, START + uint32(_random(seed, i) % 5));
        }
        for (uint256 done; done < 10; ++done) {
            uint256 pick = _nextToConclude(lots, done, uint256(keccak256(abi.encode(seed, "order", done))));
            (lots[done], lots[pick]) = (lots[pick], lots[done]);
            uint32 lotId = lots[done];
            uint8 decimals = commodities.lotOf(lotId).revision == 1 ? 1 : 2;
            uint32 closing = commodities.termsOf(lotId).closingEpoch;
            int32 value = int32(uint32(_random(seed, 100 + done)));
            _proves(lotId, two(value, value), _expectedBase(past, done, closing, decimals));
            past[done] = Past(closing, lotId, decimals, value);
        }
    }

    function _expectedBase(
        Past[10] memory past,
        uint256 done,
        uint32 closing,
        uint8 decimals
    ) private pure returns (Values) {
        Past memory last;
        for (uint256 i; i < done; ++i) {
            if (past[i].closing >= closing) continue;
            bool later = past[i].closing > last.closing;
            if (later || (past[i].closing == last.closing && past[i].lotId > last.lotId)) last = past[i];
        }
        if (last.closing == 0) return two(140, 0);
        return two(last.decimals == decimals ? last.value : int32(140), last.value);
    }

    /// @dev A random one of the lots with the earliest closing epoch among those that are left.
    function _nextToConclude(uint32[10] memory lots, uint256 done, uint256 seed) private view returns (uint256 pick) {
        uint32 earliest = type(uint32).max;
        uint256 seen;
        for (uint256 i = done; i < 10; ++i) {
            uint32 closing = commodities.termsOf(lots[i]).closingEpoch;
            if (closing < earliest) (earliest, seen) = (closing, 0);
            if (closing == earliest && uint256(keccak256(abi.encode(seed, i))) % ++seen == 0) pick = i;
        }
    }

    /* HELPERS */

    function _random(uint256 seed, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }

    function _lotOf(uint16 revision, uint32 startEpoch) private returns (uint32) {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, freshCode(), startEpoch, 1);
        offer.revision = revision;
        vm.prank(producer);
        return commodities.offer(offer);
    }

    function _proves(uint32 lotId, Values consensus, Values base) private {
        vm.assertEq(Values.unwrap(prove(lotId, consensus).base), Values.unwrap(base));
    }

    function _assertKnown(
        uint32 commodityId_,
        bytes12 code,
        int32 value,
        int32 previous,
        uint32 closing,
        uint32 previousClosing,
        uint32 lotId
    ) private view {
        Known memory known = commodities.lastConsensus(commodityId_, code);
        vm.assertEq(known.value, int256(value));
        vm.assertEq(known.previousValue, int256(previous));
        vm.assertEq(uint256(known.closingEpoch), closing);
        vm.assertEq(uint256(known.previousClosingEpoch), previousClosing);
        vm.assertEq(uint256(known.lotId), lotId);
        vm.assertEq(uint256(known.decimals), code == OPEN ? 1 : 0);
        vm.assertEq(uint256(known.previousDecimals), previousClosing > 0 && code == OPEN ? 1 : 0);
    }
}
