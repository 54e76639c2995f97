// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Disputes} from "../../contracts/disputes/Disputes.sol";
import {Case, CaseState, Challenge, Ground} from "../../contracts/disputes/IDisputes.sol";
import {ArbitratorDouble} from "./ArbitratorDouble.sol";
import {RoundTest} from "./RoundTest.sol";
import {Book} from "./Statements.sol";
import {vm} from "./Vm.sol";

/// @notice A round in which a majority lies, and people who challenge it. The claims are 140 and 100, the truth is 155 and 100 (a critical
/// parameter off by one and a half tolerances), and liars report the claims.
abstract contract DisputesTest is RoundTest {
    uint96 internal constant BOND = 50e6;
    /// @dev What is required, and the charge for the seal of the one lot.
    uint96 internal constant COMMODITY_BOND = 625e6;
    uint96 internal constant MODEL_BOND = 200e6;
    uint256 internal constant REPORT_BOND = 6 * FEE;
    uint256 internal constant COST = 0.03 ether;
    uint256 internal constant COINS = 1_000 ether;
    uint32 internal constant LAPSE = 180 days;

    address internal alice = address(0xC1);
    address internal bob = address(0xC2);
    address internal carol = address(0xC3);
    address internal dave = address(0xC4);
    address internal eve = address(0xC5);

    Disputes internal disputes;
    ArbitratorDouble internal court;

    function setUp() public virtual override {
        super.setUp();
        court = new ArbitratorDouble(COST);
        disputes = deployDisputes();
        disputes.appointArbitrator(court);
        appoint(disputes);
        address[5] memory people = [alice, bob, carol, dave, eve];
        for (uint256 i; i < people.length; ++i) equip(people[i]);
    }

    function deployDisputes() internal returns (Disputes) {
        return new Disputes(address(access), asset, commodities, models, settlement, GENESIS, EPOCH, LAPSE);
    }

    function appoint(Disputes disputes_) internal {
        evaluations.appointDisputes(address(disputes_));
        commodities.appointDisputes(address(disputes_));
        models.appointDisputes(address(disputes_));
    }

    /// @dev Money, coins and allowances.
    function equip(address account) internal {
        asset.drip(account, FUNDS);
        vm.deal(account, COINS);
        vm.prank(account);
        asset.approve(address(disputes), type(uint256).max);
    }

    /* ROUNDS */

    function truth() internal pure returns (int32[] memory) {
        return pair(155, 100);
    }

    function lie() internal pure returns (int32[] memory) {
        return pair(140, 100);
    }

    /// @dev The first `honest` reporters measured the truth. Ends where the tally window begins.
    function revealed(uint256 honest, uint256 liars) internal returns (Book memory book) {
        enlist(honest + liars);
        for (uint256 i; i < honest + liars; ++i) {
            measured[reporters[i]][lotId] = i < honest ? truth() : lie();
            order(reporters[i], lotId, SALES, idOf(i));
        }
        book = post(START);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
    }

    function tallied(uint256 honest, uint256 liars) internal returns (Book memory book) {
        book = revealed(honest, liars);
        tally(honest > liars ? truth() : lie());
    }

    function tally(int32[] memory consensus) internal {
        evaluations.tally(lotId, consensus, ids(reporters.length));
    }

    /* CASES */

    function challenge(address account, int32[] memory values, uint96 bond) internal returns (uint256) {
        vm.prank(account);
        return disputes.challenge{value: COST}(lotId, values, bond, EVIDENCE);
    }

    function disputeListing(address account, uint96 bond) internal returns (uint256) {
        vm.prank(account);
        return disputes.disputeListing{value: COST}(lotId, Ground.Counterfeit, bond, EVIDENCE);
    }

    function disputeModel(address account, uint96 bond) internal returns (uint256) {
        vm.prank(account);
        return disputes.disputeModel{value: COST}(modelId, Ground.FalseDocument, bond, EVIDENCE);
    }

    /// @dev A lying majority, tallied, challenged by Alice with the truth and referred: choice 2 is hers.
    function referredLie(uint256 honest, uint256 liars) internal returns (uint256 caseId, Book memory book) {
        book = tallied(honest, liars);
        caseId = challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
    }

    /// @dev The arbitrator decides, nobody appeals, and the ruling arrives.
    function judge(uint256 caseId, uint256 ruling) internal {
        uint256 disputeId = disputes.caseOf(caseId).disputeId;
        court.decide(disputeId, ruling);
        vm.warp(block.timestamp + court.APPEAL_WINDOW());
        court.executeRuling(disputeId);
    }

    function end(uint256 caseId, uint256 ruling) internal {
        judge(caseId, ruling);
        disputes.execute(caseId);
    }

    function stateOf(uint256 caseId) internal view returns (CaseState) {
        return disputes.caseOf(caseId).state;
    }

    function assertState(uint256 caseId, CaseState expected) internal view {
        vm.assertEq(uint256(stateOf(caseId)), uint256(expected));
    }

    function challengeAt(uint256 caseId, uint256 i) internal view returns (Challenge memory) {
        return disputes.challengesOf(caseId)[i];
    }

    function bondOfCommodity() internal view returns (uint256) {
        return commodities.commodityOf(commodityId).bond;
    }

    /* REFUSALS */

    /// @dev The call reverts with exactly this error and changes nothing.
    function refuse(address caller, uint256 value, bytes memory call_, bytes memory reason) internal {
        bytes32 before = snapshot();
        vm.prank(caller);
        (bool ok, bytes memory data) = address(disputes).call{value: value}(call_);
        vm.assertFalse(ok);
        if (keccak256(data) != keccak256(reason)) {
            // Shows what it was instead.
            assembly ("memory-safe") {
                revert(add(data, 0x20), mload(data))
            }
        }
        vm.assertEq(snapshot(), before);
    }

    /// @dev Hash of everything that a call to the contract for disputes could change.
    function snapshot() internal view returns (bytes32 hash) {
        hash = keccak256(abi.encode(fingerprint(), disputes.caseCount(), disputes.auditFundAccrued(), court.count()));
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            hash = keccak256(abi.encode(hash, disputes.caseOf(id), disputes.challengesOf(id)));
        }
        address[5] memory people = [alice, bob, carol, dave, eve];
        for (uint256 i; i < people.length; ++i) {
            hash = keccak256(
                abi.encode(
                    hash,
                    disputes.creditOf(people[i]),
                    disputes.coinsOf(people[i]),
                    asset.balanceOf(people[i]),
                    people[i].balance
                )
            );
        }
        hash = keccak256(
            abi.encode(
                hash,
                asset.balanceOf(address(disputes)),
                address(disputes).balance,
                commodities.commodityOf(commodityId),
                disputes.caseOfRound(lotId),
                disputes.caseOfListing(lotId),
                disputes.caseOfModel(modelId),
                disputes.returnedBy(court)
            )
        );
    }

    function wrongState(uint256 caseId, CaseState given, CaseState needed) internal pure returns (bytes memory) {
        return abi.encodeWithSignature("WrongCaseState(uint256,uint8,uint8)", caseId, given, needed);
    }

    function caseAt(uint256 caseId) internal view returns (Case memory) {
        return disputes.caseOf(caseId);
    }
}
