// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Court} from "../../contracts/court/Court.sol";
import {Parameters, Windows} from "../../contracts/court/ICourt.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {Rules} from "../../contracts/validators/IValidators.sol";
import {ValidatorRewards} from "../../contracts/validators/ValidatorRewards.sol";
import {PartisanArbitrable} from "../support/Arbitrables.sol";
import {BlockHeaders} from "../support/BlockHeaders.sol";
import {CommuneShares} from "../support/CommuneShares.sol";
import {ElectionTest} from "../support/ElectionTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Attacks on validators by packed juries, with real bonds, seats and rewards. Four sit: 1 and 2 collude, 3 is their victim, and 4 is
/// in their way.
contract PackingTest is ElectionTest {
    uint256 private constant FEES = 0.006 ether;
    uint8 private constant LIE = 77;

    CommuneShares private shares;
    ValidatorRewards private rewards;
    Court private court;
    /// @dev Theirs: 4 is a party to all of its disputes.
    PartisanArbitrable private own;

    function setUp() public override {
        super.setUp();
        shares = new CommuneShares(new FaucetToken());
        rewards = new ValidatorRewards(Settlement(address(shares)), elections);
        shares.appoint(address(rewards));
        Windows memory windows = Windows(2 days, 3 days, 2 days, 3 days, 4);
        Parameters memory parameters = Parameters(0.002 ether, 1_000e18, 1_000, 2_500, 10_000);
        court = new Court(address(access), elections, token, windows, parameters);
        elections.appointCourt(address(court), true);
        validators.setRules(Rules(4, SELF_BOND, MIN_POWER));
        for (uint16 i = 1; i <= 4; ++i) vote(i, 100, ids(i));
        toFreeze(1);
        bytes memory edges = abi.encodePacked(all(0, 0), all(0, 1), all(0, 2), all(0, 3));
        elections.submit(1, ids(1, 2, 3, 4), abi.encodePacked(voters(1, 2, 3), uint32(4)), edges);
        toTerm(1);
        rewards.closeTerm(0);
        vm.roll(1_000);
        vm.deal(address(this), 1 ether);
        own = new PartisanArbitrable();
        own.setParty(candidate(4), true);
    }

    /// The arbitrable of the colluders cannot keep 4 out: with him and the victim on the jury it is the colluder who loses, and the victim's
    /// seat keeps the rewards of the term.
    function test_attack_packed_jury_takes_the_rewards_of_a_term() public {
        uint256 id = open();
        bytes32 randomness = "r";
        uint256 snapshot = vm.snapshotState();
        draw(id, randomness);
        while (!(sits(id, 3) && sits(id, 4))) {
            vm.revertToState(snapshot);
            snapshot = vm.snapshotState();
            randomness = keccak256(abi.encode(randomness));
            draw(id, randomness);
        }
        uint16[] memory jury = judge(id);
        court.settle(id, 0);
        for (uint256 seat; seat < 3; ++seat) {
            bool isLiar = jury[seat] < 3;
            vm.assertEq(candidateOf(jury[seat]).bond, isLiar ? SELF_BOND - 100e18 : SELF_BOND);
            vm.assertEq(elections.slashedIn(1, jury[seat]), isLiar);
        }
        shares.accrue(5, 900_000);
        toTerm(2);
        rewards.closeTerm(1);
        vm.assertGt(rewards.rewardOf(1, 2), 0);
        vm.assertGt(rewards.rewardOf(1, 3), 0);
    }

    /// 4 comes as often as the others, whatever the arbitrable says; only one that the court trusts can keep him out.
    function test_attack_naming_who_must_not_sit() public {
        vm.assertGt(timesDrawn(4), 10);
        court.trustArbitrable(address(own), true);
        vm.assertEq(timesDrawn(4), 0);
    }

    function timesDrawn(uint16 candidateId) private returns (uint256 times) {
        uint256 id = open();
        for (uint256 i; i < 20; ++i) {
            uint256 snapshot = vm.snapshotState();
            draw(id, keccak256(abi.encode(i)));
            if (sits(id, candidateId)) ++times;
            vm.revertToState(snapshot);
        }
    }

    /// A court whose appointment ended pays what it owes, and takes from nobody.
    function test_withdrawn_court_settles_without_slashing() public {
        uint256 id = open();
        draw(id, "r");
        uint16[] memory jury = judge(id);
        elections.appointCourt(address(court), false);
        court.settle(id, 0);
        uint256 paid;
        for (uint256 seat; seat < 3; ++seat) {
            vm.assertEq(candidateOf(jury[seat]).bond, SELF_BOND);
            vm.assertFalse(elections.slashedIn(1, jury[seat]));
            (uint256 coins, uint256 tokens) = court.balanceOf(candidate(jury[seat]));
            vm.assertEq(tokens, 0);
            paid += coins;
            if (coins > 0) court.withdraw(payable(candidate(jury[seat])));
        }
        vm.assertEq(paid, FEES);
        vm.assertEq(address(court).balance, 0);
    }

    function open() private returns (uint256) {
        return own.open{value: FEES}(court, 253);
    }

    function draw(uint256 id, bytes32 randomness) private {
        vm.warp(block.timestamp + 2 days);
        court.arm(id);
        uint256 number = court.roundOf(id, 0).seedBlock;
        bytes memory header = BlockHeaders.make(number, randomness, uint256(randomness));
        vm.roll(number + 1);
        vm.setBlockhash(number, keccak256(header));
        court.draw(id, header);
    }

    function sits(uint256 id, uint16 candidateId) private view returns (bool) {
        uint16[] memory jury = court.juryOf(id, 0);
        for (uint256 i; i < jury.length; ++i) if (jury[i] == candidateId) return true;
        return false;
    }

    /// @dev 1 and 2 lie, the others refuse; until the ruling is final.
    function judge(uint256 id) private returns (uint16[] memory jury) {
        jury = court.juryOf(id, 0);
        for (uint256 seat; seat < 3; ++seat) {
            bytes32 commitment = commitmentTo(id, seat, jury[seat]);
            vm.prank(candidate(jury[seat]));
            court.commit(id, 0, seat, commitment);
        }
        for (uint256 seat; seat < 3; ++seat) court.reveal(id, 0, seat, choiceOf(jury[seat]), "salt");
        vm.warp(block.timestamp + 3 days);
    }

    function choiceOf(uint16 candidateId) private pure returns (uint256) {
        return candidateId < 3 ? LIE : 0;
    }

    function commitmentTo(uint256 id, uint256 seat, uint16 candidateId) private view returns (bytes32) {
        bytes32 tag = keccak256("TrustedCommerceCommune.Vote");
        uint256 choice = choiceOf(candidateId);
        bytes32 salt = "salt";
        return
            keccak256(abi.encode(tag, block.chainid, address(court), id, uint256(0), seat, candidateId, choice, salt));
    }
}
