// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Decision, IRulings} from "../../contracts/experience/IRulings.sol";
import {Slashes} from "../../contracts/shared/Slashes.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What the appointed contract can do to a round, and that nobody else can. Here it is a plain account.
contract EvaluationsRulingsTest is RoundTest {
    address private constant DISPUTES = address(0xD15);
    address private constant OTHERS = address(0xD16);
    address private constant CHALLENGER = address(0xC1);

    function setUp() public override {
        super.setUp();
        evaluations.appointDisputes(DISPUTES);
        commodities.appointDisputes(DISPUTES);
        vm.prank(DISPUTES);
        commodities.holdBond(lotId);
    }

    /* HOLD */

    function test_hold_byTheAppointedOnly() public {
        tallied();
        refused(
            OTHERS,
            abi.encodeCall(IRulings.hold, (lotId)),
            abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, OTHERS, DISPUTES)
        );
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.RoundHeld(lotId, DISPUTES);
        hold();
        vm.assertTrue(roundOf().held);
        vm.assertEq(evaluations.disputesOf(lotId), DISPUTES);
    }

    /// A round that is held stays with who holds it; others are for the new one.
    function test_hold_keepsItsHolder() public {
        tallied();
        hold();
        evaluations.appointDisputes(OTHERS);
        vm.assertEq(evaluations.disputes(), OTHERS);
        hold();
        refused(
            OTHERS,
            abi.encodeCall(IRulings.hold, (lotId)),
            abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, OTHERS, DISPUTES)
        );
        vm.assertEq(evaluations.disputesOf(lotId), DISPUTES);
    }

    function test_hold_refusesOutsideTheTallyWindow() public {
        tallied();
        bytes memory call_ = abi.encodeCall(IRulings.hold, (lotId));
        bytes memory reason = outsideWindow(startOf(CLOSING) + EPOCH / 2, startOf(SCORING));
        toEpoch(SCORING);
        refused(DISPUTES, call_, reason);
        vm.warp(startOf(CLOSING) + EPOCH / 2 - 1);
        refused(DISPUTES, call_, reason);
    }

    function test_hold_refusesForeignLots() public {
        commodities.appointEvaluations(OTHERS);
        lotId = offerLot(commodityId, "LOT-B", START, 1);
        toSecondHalf(CLOSING);
        refused(
            DISPUTES,
            abi.encodeCall(IRulings.hold, (lotId)),
            abi.encodeWithSelector(IEvaluations.ForeignLot.selector, lotId, OTHERS)
        );
    }

    function test_hold_aTallyIsStillTaken() public {
        revealed();
        hold();
        evaluations.tally(lotId, pair(150, 100), ids(7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
        vm.assertTrue(roundOf().held);
        toEpoch(SCORING);
        refused(
            abi.encodeCall(IEvaluations.finalize, (lotId)),
            abi.encodeWithSelector(IRulings.RoundDisputed.selector, lotId, DISPUTES)
        );
    }

    function test_hold_withoutATallyHoldsNothing() public {
        revealed();
        hold();
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Unproven));
        refused(
            DISPUTES,
            ruling(Decision.Overturned),
            abi.encodeWithSelector(IRulings.RoundNotTallied.selector, lotId)
        );
    }

    /* RULINGS */

    function testFuzz_applyRuling_endsTheRound(uint8 kind, uint8 epochs) public {
        held();
        Decision decision = Decision(uint8(bound(kind, 0, 2)));
        uint32 epoch = SCORING + uint32(epochs);
        toEpoch(epoch);
        vm.expectEmit(true, true, true, true, address(evaluations));
        if (decision == Decision.Overturned)
            emit IRulings.RoundRuled(lotId, decision, CHALLENGER, 625e6, 312.5e6, 687.5e6);
        else emit IRulings.RoundRuled(lotId, decision, address(0), 0, 0, 0);
        vm.prank(DISPUTES);
        (bool ok, ) = address(evaluations).call(ruling(decision));
        vm.assertTrue(ok);
        RoundState expected = decision == Decision.Voided ? RoundState.Voided : RoundState.Final;
        vm.assertEq(uint256(roundOf().state), uint256(expected));
        vm.assertEq(roundOf().scoringEpoch, epoch + 1);
        vm.assertEq(roundOf().overturned, decision == Decision.Overturned);
        int32 found = decision == Decision.Overturned ? int32(170) : int32(150);
        vm.assertEq(roundOf().consensus.get(0), found);
        refused(DISPUTES, ruling(Decision.Upheld), abi.encodeWithSelector(IRulings.RoundNotTallied.selector, lotId));
    }

    function test_applyRuling_refusesOthers() public {
        held();
        toEpoch(SCORING);
        evaluations.appointDisputes(OTHERS);
        refused(
            OTHERS,
            ruling(Decision.Upheld),
            abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, OTHERS, DISPUTES)
        );
    }

    function test_applyRuling_refusesRoundsThatNobodyHolds() public {
        tallied();
        toEpoch(SCORING);
        refused(
            DISPUTES,
            ruling(Decision.Upheld),
            abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, DISPUTES, address(0))
        );
    }

    function test_applyRuling_refusesBeforeTheEndOfTheClosingEpoch() public {
        held();
        refused(DISPUTES, ruling(Decision.Upheld), outsideWindow(startOf(SCORING), type(uint48).max));
    }

    /// Evaluations alone cannot take a producer's whole bond.
    function test_applyRuling_overturnsOnlyWithACase() public {
        vm.prank(DISPUTES);
        commodities.releaseBond(lotId);
        held();
        toEpoch(SCORING);
        refused(
            DISPUTES,
            ruling(Decision.Overturned),
            abi.encodeWithSelector(ICommodities.NotDisputed.selector, lotId)
        );
    }

    /// Scoring waits for the epoch after the ruling, and closing for the end of that.
    function test_applyRuling_movesScoring() public {
        held();
        toEpoch(SCORING + 3);
        vm.prank(DISPUTES);
        evaluations.applyRuling(lotId, Decision.Upheld, Values.wrap(0), address(0), 0);
        bytes memory score_ = abi.encodeCall(IEvaluations.score, (lotId, ids(7)));
        refused(score_, outsideWindow(startOf(SCORING + 4), startOf(SCORING + 5)));
        toEpoch(SCORING + 4);
        evaluations.score(lotId, ids(7));
        refused(abi.encodeCall(IEvaluations.close, (lotId)), outsideWindow(startOf(SCORING + 5), type(uint48).max));
        toEpoch(SCORING + 5);
        evaluations.close(lotId);
        vm.assertEq(evaluations.bucketOf(lotId, 64).count, 7);
    }

    /// Another round of the same epoch ends as if there were no dispute.
    function test_applyRuling_holdsUpNoOtherRound() public {
        uint32 disputed = lotId;
        uint32 free = offerLot(commodityId, "LOT-B", START, 1);
        enlist(7);
        for (uint256 i; i < 7; ++i) {
            measured[reporters[i]][disputed] = pair(150, 100);
            measured[reporters[i]][free] = pair(160, 100);
            order(reporters[i], disputed, SALES, idOf(i));
            order(reporters[i], free, SALES, idOf(i));
        }
        postAndCommitBoth();
        toEpoch(CLOSING);
        commodities.unseal(disputed, sealedValues(), SEAL_SALT);
        commodities.unseal(free, sealedValues(), SEAL_SALT);
        for (uint256 i; i < 7; ++i) {
            reveal(reporters[i], disputed);
            reveal(reporters[i], free);
        }
        toSecondHalf(CLOSING);
        evaluations.tally(disputed, pair(150, 100), ids(7));
        evaluations.tally(free, pair(160, 100), ids(7));
        hold();
        toEpoch(SCORING);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(free, RoundState.Final, SCORING, pair(140, 0), 0, 7_500);
        evaluations.finalize(free);
        evaluations.score(free, ids(7));
        // The disputed one compares with what was known before, too, though the other one is known by now.
        vm.prank(DISPUTES);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(disputed, RoundState.Final, SCORING + 1, pair(140, 0), 0, 7_500);
        evaluations.applyRuling(disputed, Decision.Upheld, Values.wrap(0), address(0), 0);
        toEpoch(CLAIMING);
        evaluations.close(free);
        for (uint32 id = 1; id <= 7; ++id) evaluations.claim(free, id);
    }

    function testFuzz_appointDisputes_governanceOnly(address caller) public {
        vm.assume(caller != address(this));
        refused(
            caller,
            abi.encodeCall(evaluations.appointDisputes, (caller)),
            abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller)
        );
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.DisputesAppointed(caller);
        evaluations.appointDisputes(caller);
        vm.assertEq(evaluations.disputes(), caller);
    }

    function test_hasReported() public {
        tallied();
        vm.assertTrue(evaluations.hasReported(lotId, reporters[0]));
        enlist(1);
        vm.assertFalse(evaluations.hasReported(lotId, reporters[7]));
        vm.assertFalse(evaluations.hasReported(lotId, OTHERS));
        vm.assertFalse(evaluations.hasReported(lotId + 1, reporters[0]));
    }

    /* SLASHES */

    function testFuzz_slashes_bountyIsAtMostHalf(uint128 amount, uint128 left) public pure {
        uint256 bounty = Slashes.bountyOf(amount, left);
        vm.assertLe(2 * bounty, amount);
        vm.assertLe(bounty, left);
        vm.assertTrue(bounty == left || bounty == uint256(amount) / 2);
    }

    function testFuzz_slashes_capIsTwentyBonds(uint96 bond) public pure {
        vm.assertEq(Slashes.capOf(bond), 20 * uint256(bond));
    }

    /* HELPERS */

    /// @dev Every reporter bought one unit of both lots, one after the other.
    function postAndCommitBoth() private {
        Book memory book = post(START);
        for (uint256 i; i < book.receipts.length; ++i) commit(reporters[i / 2], book, i);
    }

    function revealed() private {
        commitAll(buyAll(7));
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
    }

    function tallied() private {
        revealed();
        evaluations.tally(lotId, pair(150, 100), ids(7));
    }

    function hold() private {
        vm.prank(DISPUTES);
        evaluations.hold(lotId);
    }

    function held() private {
        tallied();
        hold();
    }

    /// @dev Overturned to a value by which a critical claim fails.
    function ruling(Decision decision) private view returns (bytes memory) {
        bool overturned = decision == Decision.Overturned;
        return
            abi.encodeCall(
                IRulings.applyRuling,
                (
                    lotId,
                    decision,
                    overturned ? pack(pair(170, 100)) : Values.wrap(0),
                    overturned ? CHALLENGER : address(0),
                    overturned ? 1_000e6 : 0
                )
            );
    }
}
