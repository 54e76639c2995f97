// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {ICourt, Phase, RoundInfo, Stage} from "../../contracts/court/ICourt.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Commit and reveal.
contract VotingTest is CourtTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = openAndDraw();
    }

    /* COMMIT */

    function test_commit_emits_and_stores() public {
        bytes32 commitment = commitmentTo(id, 0, 1, 2);
        uint16 candidateId = court.juryOf(id, 0)[1];
        vm.expectEmit(address(court));
        emit ICourt.VoteCommitted(id, 0, 1, candidateId, commitment);
        commit(id, 0, 1, 2);
        vm.assertEq(court.commitmentOf(id, 0, 1), commitment);
        vm.assertEq(court.roundOf(id, 0).votes, 1 << 8);
        phaseIs(id, Phase.Commit);
    }

    function test_commit_refuses() public {
        address juror = jurorOn(id, 0, 0);
        bytes memory unknown = abi.encodeWithSelector(ICourt.UnknownSeat.selector, 3, 3);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 0, 3, "c")), unknown);
        bytes memory foreign = abi.encodeWithSelector(ICourt.NotJuror.selector, 0, juror, stranger);
        refuse(abi.encodeCall(ICourt.commit, (id, 0, 0, "c")), foreign);
        address other = jurorOn(id, 0, 1);
        foreign = abi.encodeWithSelector(ICourt.NotJuror.selector, 0, juror, other);
        refuse(other, abi.encodeCall(ICourt.commit, (id, 0, 0, "c")), foreign);
        bytes memory empty = abi.encodeWithSelector(ICourt.EmptyCommitment.selector, 0);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 0, 0, 0)), empty);
        bytes memory round = abi.encodeWithSelector(ICourt.UnknownRound.selector, id, 1);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 1, 0, "c")), round);
        round = abi.encodeWithSelector(ICourt.UnknownRound.selector, id, 3);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 3, 0, "c")), round);
        commit(id, 0, 0, 1);
        bytes memory already = abi.encodeWithSelector(ICourt.AlreadyCommitted.selector, 0);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 0, 0, "c")), already);
    }

    function test_commit_before_the_draw() public {
        uint256 other = open();
        bytes memory data = abi.encodeCall(ICourt.commit, (other, 0, 0, "c"));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Commit, Phase.Evidence));
        arm(other);
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Commit, Phase.Drawing));
    }

    function test_commit_until_the_last_second() public {
        (, uint48 endsAt) = court.phaseOf(id);
        vm.warp(endsAt - 1);
        commit(id, 0, 0, 1);
        vm.warp(endsAt);
        phaseIs(id, Phase.Reveal);
        address juror = jurorOn(id, 0, 1);
        bytes memory late = abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Commit, Phase.Reveal);
        refuse(juror, abi.encodeCall(ICourt.commit, (id, 0, 1, "c")), late);
    }

    function test_last_commitment_closes_early() public {
        commit(id, 0, 2, 1);
        commit(id, 0, 0, 1);
        phaseIs(id, Phase.Commit);
        vm.warp(block.timestamp + 1 hours);
        vm.expectEmit(address(court));
        emit ICourt.ClosedEarly(id, 0, Stage.Committed);
        commit(id, 0, 1, 1);
        (Phase phase, uint48 endsAt) = court.phaseOf(id);
        vm.assertEq(uint256(phase), uint256(Phase.Reveal));
        vm.assertEq(endsAt, block.timestamp + 2 days);
    }

    /* REVEAL */

    function test_reveal_emits_and_stores() public {
        for (uint256 seat; seat < 3; ++seat) commit(id, 0, seat, seat);
        vm.expectEmit(address(court));
        emit ICourt.VoteRevealed(id, 0, 1, court.juryOf(id, 0)[1], 1);
        reveal(id, 0, 1, 1);
        vm.assertEq(court.commitmentOf(id, 0, 1), bytes32(0));
        vm.assertEq(court.roundOf(id, 0).votes, 0x010301);
        vm.assertEq(court.currentRuling(id), 1);
        phaseIs(id, Phase.Reveal);
    }

    function test_reveal_refuses() public {
        commit(id, 0, 0, 1);
        bytes memory data = abi.encodeCall(ICourt.reveal, (id, 0, 0, 1, saltOf(id, 0, 0)));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Reveal, Phase.Commit));
        commit(id, 0, 1, 1);
        toReveal(id);
        bytes memory unknown = abi.encodeWithSelector(ICourt.UnknownSeat.selector, 3, 3);
        refuse(abi.encodeCall(ICourt.reveal, (id, 0, 3, 1, "s")), unknown);
        bytes memory nothing = abi.encodeWithSelector(ICourt.NothingToReveal.selector, 2);
        refuse(abi.encodeCall(ICourt.reveal, (id, 0, 2, 1, "s")), nothing);
        bytes memory round = abi.encodeWithSelector(ICourt.UnknownRound.selector, id, 1);
        refuse(abi.encodeCall(ICourt.reveal, (id, 1, 0, 1, "s")), round);
        reveal(id, 0, 0, 1);
        nothing = abi.encodeWithSelector(ICourt.NothingToReveal.selector, 0);
        refuse(data, nothing);
    }

    function testFuzz_reveal_of_something_else(uint8 choice, bytes32 salt) public {
        choice = uint8(bound(choice, 0, CHOICES));
        for (uint256 seat; seat < 3; ++seat) commit(id, 0, seat, 1);
        vm.assume(choice != 1 || salt != saltOf(id, 0, 0));
        bytes32 expected = commitmentTo(id, 0, 0, 1);
        bytes32 given = keccak256(
            abi.encode(
                keccak256("TrustedCommerceCommune.Vote"),
                block.chainid,
                address(court),
                id,
                0,
                0,
                court.juryOf(id, 0)[0],
                choice,
                salt
            )
        );
        refuse(
            abi.encodeCall(ICourt.reveal, (id, 0, 0, choice, salt)),
            abi.encodeWithSelector(ICourt.CommitmentMismatch.selector, expected, given)
        );
    }

    function test_reveal_until_the_last_second() public {
        for (uint256 seat; seat < 3; ++seat) commit(id, 0, seat, 1);
        (, uint48 endsAt) = court.phaseOf(id);
        vm.warp(endsAt - 1);
        reveal(id, 0, 0, 1);
        vm.warp(endsAt);
        phaseIs(id, Phase.Appeal);
        refuse(
            abi.encodeCall(ICourt.reveal, (id, 0, 1, 1, saltOf(id, 0, 1))),
            abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Reveal, Phase.Appeal)
        );
    }

    function test_last_revelation_closes_early() public {
        for (uint256 seat; seat < 3; ++seat) commit(id, 0, seat, 1);
        reveal(id, 0, 0, 1);
        reveal(id, 0, 2, 1);
        vm.warp(block.timestamp + 1 hours);
        vm.expectEmit(address(court));
        emit ICourt.ClosedEarly(id, 0, Stage.Revealed);
        vm.expectEmit(address(court));
        emit IArbitrator.AppealPossible(id, IArbitrable(address(arbitrable)));
        reveal(id, 0, 1, 1);
        (uint256 start, uint256 end) = court.appealPeriod(id);
        vm.assertEq(start, block.timestamp);
        vm.assertEq(end, block.timestamp + 3 days);
    }

    /// Who did not commit is not waited for in the window of revelations.
    function test_silent_ones_are_not_waited_for() public {
        commit(id, 0, 0, 1);
        toReveal(id);
        reveal(id, 0, 0, 1);
        phaseIs(id, Phase.Appeal);
        vm.assertEq(court.currentRuling(id), 1);
    }

    /* RULING */

    function test_plurality() public {
        uint8[3][7] memory cases = [
            [1, 1, 2],
            [1, 2, 3],
            [0, 2, 2],
            [SILENT, SILENT, 3],
            [SILENT, 1, 2],
            [SEALED, SEALED, SEALED],
            [SEALED, 0, SILENT]
        ];
        uint8[7] memory rulings = [1, 0, 2, 3, 0, 0, 0];
        for (uint256 i; i < 7; ++i) {
            uint256 other = judge(votes(cases[i][0], cases[i][1], cases[i][2]));
            vm.assertEq(court.currentRuling(other), rulings[i]);
            vm.assertEq(uint256(court.disputeStatus(other)), uint256(IArbitrator.DisputeStatus.Solved));
        }
    }

    function testFuzz_only_committed_seats_reveal_and_all_of_them_can(uint8[3] memory choices, uint8 order) public {
        uint256 revealed;
        for (uint256 i; i < 3; ++i) {
            choices[i] = choices[i] % 5 == 4 ? SILENT : choices[i] % 5;
            if (choices[i] != SILENT) commit(id, 0, (i + order) % 3, choices[i]);
        }
        toReveal(id);
        for (uint256 i; i < 3; ++i) {
            if (choices[i] == SILENT) continue;
            reveal(id, 0, (i + order) % 3, choices[i]);
            ++revealed;
        }
        RoundInfo memory round = court.roundOf(id, 0);
        for (uint256 i; i < 3; ++i) {
            uint256 lane = uint8(round.votes >> (8 * ((i + order) % 3)));
            vm.assertEq(lane, choices[i] == SILENT ? 0 : uint256(choices[i]) + 2);
        }
        phaseIs(id, revealed > 0 ? Phase.Appeal : Phase.Reveal);
    }
}
